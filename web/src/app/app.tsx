import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ProblemError } from "@/lib/http/problem";
import { type Services, ServicesContext } from "@/lib/services";
import { useObservable } from "@/lib/use-observable";
import { AppHeader } from "./app-header";
import { ErrorBoundary } from "./error-boundary";
import { Routes } from "./routes";
import { SignInGate } from "./sign-in-gate";

const retryTransient = (failures: number, error: Error): boolean =>
  failures < 2 && !(error instanceof ProblemError && error.status < 500);

export function App({ services }: { services: Services }) {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: retryTransient, staleTime: 2_000 } } }));
  const { session, topics } = services;
  const state = useObservable(session.state);
  const user = state.status === "signed_in" ? state.identity.user : null;

  useEffect(() => void session.start(), [session]);
  useEffect(() => {
    if (user === null) return;
    topics.start();
    return () => {
      topics.stop();
      void queries.resetQueries();
    };
  }, [user, topics, queries]);

  return (
    <ServicesContext value={services}>
      <QueryClientProvider client={queries}>
        <a className="skip-link" href="#content">
          Skip to content
        </a>
        <AppHeader />
        <main id="content" tabIndex={-1}>
          <ErrorBoundary>
            <SignInGate state={state}>
              <Routes />
            </SignInGate>
          </ErrorBoundary>
        </main>
        <footer className="page-footer">
          <p>Information about markets as they were observed, not advice.</p>
        </footer>
      </QueryClientProvider>
    </ServicesContext>
  );
}
