import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useServices } from "@/lib/services";
import type { AccountAnswer } from "./account-contracts";

const ACCOUNT = ["cash-market", "account"];

/** The reader's own account, live by its topic. */
export function useAccount() {
  const { http, topics } = useServices();
  const queries = useQueryClient();
  const account = useQuery({ queryKey: ACCOUNT, queryFn: ({ signal }) => http.get<AccountAnswer>("/api/v1/accounts/me", {}, signal) });
  const id = account.data?.id;
  useEffect(() => {
    if (id === undefined) return;
    return topics.subscribe(`account.${id}`, ({ payload, seq }) =>
      queries.setQueryData<AccountAnswer>(ACCOUNT, (known) => (known && known.seq > seq ? known : { ...(payload as AccountAnswer), seq })),
    );
  }, [topics, queries, id]);
  return account;
}
