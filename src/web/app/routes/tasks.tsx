import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { Tasks, type TasksPlace } from '../../features/tasks/tasks.tsx';

export const route = createLazyRoute('/frame/tasks')({ component: TasksPage });

function TasksPage() {
  const place = route.useSearch();
  const navigate = useNavigate();
  const change = (next: TasksPlace) => void navigate({ to: '/tasks', search: next, replace: true });
  return <Tasks place={place} onPlace={change} />;
}
