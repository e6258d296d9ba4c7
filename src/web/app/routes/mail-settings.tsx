import { createLazyRoute } from '@tanstack/react-router';
import { MailSettings } from '../../features/mail/mail-settings.tsx';

export const route = createLazyRoute('/frame/mail/settings')({ component: MailSettings });
