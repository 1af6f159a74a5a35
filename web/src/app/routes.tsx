import { lazy, Suspense } from "react";
import { Skeleton } from "@/components/skeleton";
import { AlertsPage, BondDetailPage, BondListPage, KpiPage, PortfolioPage } from "@/features/bonds";
import { decoded } from "@/lib/router/decoded";
import { usePlace } from "@/lib/router/router";
import { NotFoundPage } from "./not-found-page";

/** Loaded when somebody goes there, so that the bonds do not wait for them. */
const CashMarketRoutes = lazy(async () => ({ default: (await import("./cash-market-routes")).CashMarketRoutes }));
const WalletRoutes = lazy(async () => ({ default: (await import("./wallet-routes")).WalletRoutes }));

export function Routes() {
  const { path } = usePlace();
  if (path === "/") return <BondListPage />;
  if (path === "/alerts") return <AlertsPage />;
  if (path === "/portfolio") return <PortfolioPage />;
  if (path === "/kpis") return <KpiPage />;
  if (path === "/cash-market" || path.startsWith("/cash-market/"))
    return (
      <Suspense fallback={<Skeleton lines={12} label="Loading the cash market" />}>
        <CashMarketRoutes path={path} />
      </Suspense>
    );
  if (path === "/wallets" || path.startsWith("/wallets/"))
    return (
      <Suspense fallback={<Skeleton lines={12} label="Loading the wallets" />}>
        <WalletRoutes path={path} />
      </Suspense>
    );
  const isin = /^\/bonds\/([^/]+)\/?$/.exec(path)?.[1];
  return isin === undefined ? <NotFoundPage /> : <BondDetailPage key={isin} isin={decoded(isin).toUpperCase()} />;
}
