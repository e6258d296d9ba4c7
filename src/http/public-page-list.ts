/** The pages there are behind secret links, one of each kind. */
import type { PublicPage } from './public-page.ts';
import { reportPublicPage } from './report-page.ts';
import { surveyPublicPage } from './survey-page.ts';

export const publicPageList: readonly PublicPage[] = [reportPublicPage, surveyPublicPage];
