import { createLazyRoute } from '@tanstack/react-router';
import { Notifications } from '../../features/notifications/notifications.tsx';

export const route = createLazyRoute('/frame/notifications')({ component: NotificationsPage });

function NotificationsPage() {
  const { open } = route.useSearch();
  return <Notifications openId={open ?? null} />;
}
