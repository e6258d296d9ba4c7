import { createLazyRoute } from '@tanstack/react-router';
import { Outgoing } from '../../features/mail/outgoing.tsx';

export const route = createLazyRoute('/frame/mail/outgoing')({ component: Outgoing });
