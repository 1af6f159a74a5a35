import { AlertsPage, ModelPage, OverviewPage, StressPage } from "@/features/wallets";
import { NotFoundPage } from "./not-found-page";

/** The pages about wallets. */
export function WalletRoutes({ path }: { path: string }) {
  switch (path.replace(/\/$/, "")) {
    case "/wallets":
      return <OverviewPage />;
    case "/wallets/alerts":
      return <AlertsPage />;
    case "/wallets/stress":
      return <StressPage />;
    case "/wallets/model":
      return <ModelPage />;
    default:
      return <NotFoundPage />;
  }
}
