import { createLazyRoute, useRouter } from '@tanstack/react-router';
import { SignIn } from '../../features/setup/sign-in.tsx';

export const route = createLazyRoute('/sign-in')({ component: SignInPage });

function SignInPage() {
  const { next } = route.useSearch();
  const router = useRouter();
  // Only back into the app itself, never to another site.
  const target = next?.startsWith('/') && !next.startsWith('//') ? next : '/';
  return <SignIn onDone={() => router.history.push(target)} />;
}
