import { createLazyRoute } from '@tanstack/react-router';
import { Surveys } from '../../features/surveys/surveys.tsx';

export const route = createLazyRoute('/frame/surveys')({ component: Surveys });
