// The front end's /api leads to the function app, so that pages and API have one origin and one sign-in.
param siteName string
param functionAppId string
param functionAppLocation string

resource site 'Microsoft.Web/staticSites@2024-04-01' existing = {
  name: siteName

  resource api 'linkedBackends' = {
    name: 'api'
    properties: { backendResourceId: functionAppId, region: functionAppLocation }
  }
}
