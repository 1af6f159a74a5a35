// The front end; its /api leads to the function app, so that pages and API have one origin and one sign-in.
param name string
param location string
param tags object
param functionAppId string
param functionAppLocation string

resource site 'Microsoft.Web/staticSites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'web' })
  sku: { name: 'Standard', tier: 'Standard' }
  properties: {}

  resource api 'linkedBackends' = {
    name: 'api'
    properties: { backendResourceId: functionAppId, region: functionAppLocation }
  }
}

output uri string = 'https://${site.properties.defaultHostname}'
