export { CERTIFICATES } from "./api/market-contracts";
export { CashMarketPage } from "./components/cash-market-page";
export { CreateLiquidityPage } from "./components/create-liquidity-page";
export { MarketMakersPage } from "./components/market-makers-page";
export { OperationPage } from "./components/operation-page";
export { OperationsPage } from "./components/operations-page";
