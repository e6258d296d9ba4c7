import { createLazyRoute } from '@tanstack/react-router';
import { Plans } from '../../features/plans/plans.tsx';

export const route = createLazyRoute('/frame/plans')({ component: Plans });
