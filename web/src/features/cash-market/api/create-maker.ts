import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Intent } from "@/lib/http/intent";
import { useServices } from "@/lib/services";
import { MAKERS } from "./addresses";
import { MAKER_LISTS } from "./list-makers";
import type { MarketMakerAnswer, MarketMakerRequest } from "./maker-contracts";

/** Creates a market maker, once, also when it has to be sent twice. */
export function useCreateMaker() {
  const { http } = useServices();
  const queries = useQueryClient();
  const [intent] = useState(() => new Intent());
  return useMutation({
    mutationFn: (request: MarketMakerRequest) => intent.send(request, (key) => http.postOnce<MarketMakerAnswer>(MAKERS, request, key)),
    onSuccess: () => queries.invalidateQueries({ queryKey: MAKER_LISTS }),
  });
}
