// A client that was generated from the API's document, at work against a running server: BASE=… KEY=… node client.js
import createClient from "openapi-fetch";
import type { components, paths } from "./schema.js";

type Account = components["schemas"]["Account"];

const { BASE, KEY } = process.env;
if (!BASE || !KEY) throw new Error("BASE and KEY are needed");
const api = createClient<paths, "application/json" | "application/problem+json">({ baseUrl: BASE, headers: { "X-Api-Key": KEY } });

function is(what: string, found: unknown, expected: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
  }
}

const name = `IF Främling ${Date.now()}`;
const rehearsed = await api.POST("/api/accounts", { params: { query: { dry_run: true } }, body: { name } });
is("a dry run", rehearsed.response.status, 200);

const headers = { "Idempotency-Key": name.replace("ä", "a") };
const made = await api.POST("/api/accounts", { params: { header: headers }, body: { name, kind: "association", members: 42 } });
is("making", made.response.status, 201);
const account: Account = made.data as Account;
const again = await api.POST("/api/accounts", { params: { header: headers }, body: { name, kind: "association", members: 42 } });
is("the same key", again.data?.id, account.id);

const path = { id: account.id };
const found = await api.GET("/api/accounts", { params: { query: { name, sort: "name", limit: 5 } } });
is("the list", found.data?.data.map((row) => row.id), [account.id]);

const tag = made.response.headers.get("etag")!;
const changed = await api.PATCH("/api/accounts/{id}", { params: { path, header: { "If-Match": tag } }, body: { city: "Lund" } });
is("a change", [changed.data?.city, changed.data?.version], ["Lund", 2]);
const late = await api.PATCH("/api/accounts/{id}", { params: { path, header: { "If-Match": tag } }, body: { city: "Ystad" } });
is("a change of an old version", [late.response.status, late.error?.type], [412, "urn:minimata:problem:precondition-failed"]);
const wrong = await api.PATCH("/api/accounts/{id}", { params: { path }, body: { version: 2, email: "nowhere" } });
is("a wrong field", [wrong.response.status, wrong.error?.errors?.[0]?.field], [422, "email"]);

const operation = Number(changed.response.headers.get("operation-id"));
const history = await api.GET("/api/changes/{id}", { params: { path: { id: operation } } });
is("history", history.data?.changes?.[0]?.after, { city: "Lund" });
const undone = await api.POST("/api/changes/{id}/undo", { params: { path: { id: operation } } });
is("undo", undone.data?.left, 0);

const kpi = await api.POST("/api/kpis", { body: { name, cadence: "month" } });
const value = await api.POST("/api/kpis/{id}/values", { params: { path: { id: kpi.data!.id! } }, body: { period: "2026-01", value: "12.5" } });
is("a value", value.data?.value, "12.5");

is("deleting", (await api.DELETE("/api/accounts/{id}", { params: { path } })).response.status, 204);
is("what is deleted", (await api.GET("/api/accounts/{id}", { params: { path } })).response.status, 410);
const back = await api.POST("/api/accounts/{id}/restore", { params: { path } });
is("restoring", [back.data?.name, back.data?.city], [name, ""]);
console.log("the generated client works");
