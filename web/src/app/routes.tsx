import { AlertsPage, BondDetailPage, BondListPage, KpiPage, PortfolioPage } from "@/features/bonds";
import { usePlace } from "@/lib/router/router";
import { CashMarketRoutes } from "./cash-market-routes";
import { NotFoundPage } from "./not-found-page";

export function Routes() {
  const { path } = usePlace();
  if (path === "/") return <BondListPage />;
  if (path === "/alerts") return <AlertsPage />;
  if (path === "/portfolio") return <PortfolioPage />;
  if (path === "/kpis") return <KpiPage />;
  if (path === "/cash-market" || path.startsWith("/cash-market/")) return <CashMarketRoutes path={path} />;
  const isin = /^\/bonds\/([^/]+)\/?$/.exec(path)?.[1];
  return isin === undefined ? <NotFoundPage /> : <BondDetailPage key={isin} isin={decoded(isin)} />;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part).toUpperCase();
  } catch {
    return part;
  }
}
