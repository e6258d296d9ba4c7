import { createLazyRoute } from '@tanstack/react-router';
import { Insight } from '../../features/insight/insight.tsx';

export const route = createLazyRoute('/frame/insight')({ component: Insight });
