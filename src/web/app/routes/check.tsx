import { createLazyRoute } from '@tanstack/react-router';
import { Check } from '../../features/check/check.tsx';

export const route = createLazyRoute('/frame/check')({ component: Check });
