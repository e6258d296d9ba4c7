import { createLazyRoute } from '@tanstack/react-router';
import { Triage } from '../../features/triage/triage.tsx';

export const route = createLazyRoute('/frame/triage')({ component: Triage });
