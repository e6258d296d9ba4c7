import { createLazyRoute } from '@tanstack/react-router';
import { Network } from '../../features/network/network.tsx';

export const route = createLazyRoute('/frame/network')({ component: Network });
