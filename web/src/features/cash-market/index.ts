export { CERTIFICATES } from "./api/market-contracts";
export { CashMarketPage } from "./components/cash-market-page";
