import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { Inbox, type MailPlace } from '../../features/mail/inbox.tsx';

export const route = createLazyRoute('/frame/mail')({ component: MailPage });

function MailPage() {
  const place = route.useSearch();
  const navigate = useNavigate();
  const change = (next: MailPlace) => void navigate({ to: '/mail', search: next, replace: true });
  return <Inbox place={place} onPlace={change} />;
}
