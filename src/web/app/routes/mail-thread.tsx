import { createLazyRoute } from '@tanstack/react-router';
import { Conversation } from '../../features/mail/conversation.tsx';

export const route = createLazyRoute('/frame/mail/$threadId')({ component: ThreadPage });

function ThreadPage() {
  const { threadId } = route.useParams();
  return <Conversation key={threadId} threadId={threadId} />;
}
