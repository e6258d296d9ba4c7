import { Notifications } from '@mantine/notifications';

export function Toasts() {
  return <Notifications position="bottom-center" limit={3} autoClose={6000} />;
}
