export { AlertsPage } from "./components/alerts-page";
export { ModelPage } from "./components/model-page";
export { OverviewPage } from "./components/overview-page";
export { StressPage } from "./components/stress-page";
