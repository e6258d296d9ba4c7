/** As Playwright's, but patient: on a busy machine of two cores five seconds is no sign of a fault. */
import { expect as impatient } from '@playwright/test';

export const expect = impatient.configure({ timeout: 20_000 });
