import { createLazyRoute } from '@tanstack/react-router';
import { History } from '../../features/history/history.tsx';

export const route = createLazyRoute('/frame/history')({ component: History });
