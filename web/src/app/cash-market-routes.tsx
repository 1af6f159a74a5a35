import { CashMarketPage, CERTIFICATES, CreateLiquidityPage, MarketMakersPage, OperationPage, OperationsPage } from "@/features/cash-market";
import { decoded } from "@/lib/router/decoded";
import { NotFoundPage } from "./not-found-page";

/** The pages of the cash market. */
export function CashMarketRoutes({ path }: { path: string }) {
  const [part = "", id = ""] = path.split("/").slice(2);
  if (part === "liquidity") return <CreateLiquidityPage />;
  if (part === "market-makers") return <MarketMakersPage />;
  if (part === "operations") return id === "" ? <OperationsPage /> : <OperationPage key={id} id={decoded(id)} />;
  const certificate = part === "" ? "EUA" : CERTIFICATES.find((name) => name === part.toUpperCase());
  return certificate === undefined ? <NotFoundPage /> : <CashMarketPage key={certificate} certificate={certificate} />;
}
