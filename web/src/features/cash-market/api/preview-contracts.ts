import type { Asset } from "./account-contracts";
import type { MakerType } from "./maker-contracts";
import type { Certificate, Side } from "./market-contracts";

export type Distribution = "standard" | "volatility";

export interface LiquidityItemRequest {
  certificate_type: Certificate;
  bid_amount_eur: number;
  ask_amount_eur: number;
}

/** One certificate, or several in `items`. */
export interface LiquidityPreviewRequest extends Partial<LiquidityItemRequest> {
  items?: LiquidityItemRequest[];
  distribution: Distribution;
  allow_default_reference: boolean;
}

export interface LiquidityCreateRequest {
  preview_id: string;
  preview_hash: string;
  notes?: string;
}

export interface MakerShareAnswer {
  id: string;
  name: string;
  mm_type: MakerType;
  asset_type: Asset;
  available: number;
  allocation: number;
  share: number;
  quantity: number;
  orders_count: number;
  is_capped: boolean;
}

export interface PriceLevelAnswer {
  price: number;
  percentage: number;
  distance_percent: number;
  deviation_percent: number;
  quantity: number;
  value_eur: number;
}

export interface SidePlanAnswer {
  mms: MakerShareAnswer[];
  target_eur: number;
  total_eur: number;
  total_certificates: number;
  remainder_eur: number;
  price_levels: PriceLevelAnswer[];
  orders: { mm_id: string; side: Side; price: number; quantity: number; level: number }[];
  jain_index: number;
  is_max_min_fair: boolean;
  fairness: string;
}

export interface PlanRefusalAnswer {
  code: string;
  field: string;
  message: string;
}

export interface ConductFindingAnswer {
  rule: string;
  owner: string;
  score: number;
  verdict: string;
  message: string;
}

export interface CertificatePlanAnswer {
  certificate_type: Certificate;
  can_execute: boolean;
  reference_price: number | null;
  reference_source: string | null;
  bid_plan: SidePlanAnswer | null;
  ask_plan: SidePlanAnswer | null;
  spread_before: number | null;
  spread_after: number | null;
  total_orders_count: number;
  refusals: PlanRefusalAnswer[];
  notices: string[];
  conduct: ConductFindingAnswer[];
  level_scale: number;
}

export interface MissingAssetAnswer {
  certificate_type: Certificate;
  side: Side;
  asset_type: Asset;
  required: number;
  available: number;
  shortfall: number;
}

export interface SuggestedActionAnswer {
  action: "create_lp_mms" | "create_ah_mms" | "fund_existing" | "reduce_amount";
  certificate_type: Certificate;
  side: Side;
  mm_type: MakerType | null;
  mm_id: string | null;
  asset_type: Asset | null;
  amount: number;
  message: string;
}

export interface LiquidityPreviewAnswer {
  preview_id: string;
  preview_hash: string;
  as_of: string;
  expires_at: string;
  can_execute: boolean;
  requires_approval: boolean;
  total_orders_count: number;
  missing_assets: MissingAssetAnswer[] | null;
  suggested_actions: SuggestedActionAnswer[];
  plans: CertificatePlanAnswer[];
  estimated_spread: number | null;
}
