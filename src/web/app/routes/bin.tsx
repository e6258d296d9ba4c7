import { createLazyRoute } from '@tanstack/react-router';
import { Bin } from '../../features/history/history.tsx';

export const route = createLazyRoute('/frame/bin')({ component: Bin });
