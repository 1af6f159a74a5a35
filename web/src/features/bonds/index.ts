export { BondDetailPage } from "./components/bond-detail-page";
export { BondListPage } from "./components/bond-list-page";
