import { createLazyRoute } from '@tanstack/react-router';
import { Today } from '../../features/today/today.tsx';

export const route = createLazyRoute('/frame/')({ component: Today });
