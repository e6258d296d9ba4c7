import { createLazyRoute } from '@tanstack/react-router';
import { GiveAndTake } from '../../features/give-and-take/give-and-take.tsx';

export const route = createLazyRoute('/frame/give-and-take')({ component: GiveAndTake });
