export { useAlertCounts } from "./api/count-alerts";
export { AlertsPage } from "./components/alerts-page";
export { BondDetailPage } from "./components/bond-detail-page";
export { BondListPage } from "./components/bond-list-page";
export { KpiPage } from "./components/kpi-page";
export { PortfolioPage } from "./components/portfolio-page";
export { pressing } from "./model/alerts";
