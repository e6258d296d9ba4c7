import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { WhatIfPage, type WhatIfPlace } from '../../features/what-if/what-if-page.tsx';

export const route = createLazyRoute('/frame/what-if')({ component: WhatIfRoute });

function WhatIfRoute() {
  const place = route.useSearch();
  const navigate = useNavigate();
  const change = (next: WhatIfPlace) => void navigate({ to: '/what-if', search: next, resetScroll: false });
  return <WhatIfPage place={place} onPlace={change} />;
}
