import type { Certificate } from "./market-contracts";

export const marketAddress = (certificate: Certificate): string => `/api/v1/cash-market/${certificate}`;

export const MAKERS = "/api/v1/market-makers";

export const makerAddress = (id: string): string => `${MAKERS}/${encodeURIComponent(id)}`;

export const LIQUIDITY = "/api/v1/liquidity";

export const operationAddress = (id: string): string => `${LIQUIDITY}/operations/${encodeURIComponent(id)}`;
