import { createLazyRoute } from '@tanstack/react-router';
import { Welcome } from '../../features/setup/welcome.tsx';

export const route = createLazyRoute('/frame/welcome')({ component: Welcome });
