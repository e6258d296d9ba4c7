import { createLazyRoute } from '@tanstack/react-router';
import { Imports } from '../../features/imports/imports.tsx';

export const route = createLazyRoute('/frame/import')({ component: Imports });
