import { createLazyRoute } from '@tanstack/react-router';
import { WriteMail } from '../../features/mail/write-mail.tsx';

export const route = createLazyRoute('/frame/mail/write/$outboxId')({ component: WritePage });

function WritePage() {
  const { outboxId } = route.useParams();
  return <WriteMail key={outboxId} outboxId={outboxId} />;
}
