import { createLazyRoute } from '@tanstack/react-router';
import { EventPage } from '../../features/agenda/event-page.tsx';

export const route = createLazyRoute('/frame/agenda/$eventId')({ component: Page });

function Page() {
  const { eventId } = route.useParams();
  return <EventPage key={eventId} eventId={eventId} />;
}
