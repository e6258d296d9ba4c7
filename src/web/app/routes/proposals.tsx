import { createLazyRoute } from '@tanstack/react-router';
import { Proposals } from '../../features/proposals/proposals.tsx';

export const route = createLazyRoute('/frame/proposals')({ component: Proposals });
