import { CashMarketPage, CERTIFICATES } from "@/features/cash-market";
import { NotFoundPage } from "./not-found-page";

/** The pages of the cash market. */
export function CashMarketRoutes({ path }: { path: string }) {
  const part = path.split("/")[2] ?? "";
  const certificate = part === "" ? "EUA" : CERTIFICATES.find((name) => name === part.toUpperCase());
  return certificate === undefined ? <NotFoundPage /> : <CashMarketPage key={certificate} certificate={certificate} />;
}
