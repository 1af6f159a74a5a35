// Everything that LiquidityRisk needs in Azure, in one resource group. Nothing here has a key: every connection is by identity.
targetScope = 'subscription'

@minLength(1)
@maxLength(40)
@description('Name of the environment; part of every resource name.')
param environmentName string

@description('Azure region. Flex Consumption, Cosmos DB and Web PubSub must be offered there.')
param location string

@description('Client id of the app registration that people and services sign in with; README.md says how to make it.')
param signInClientId string

@description('Tenant of that registration.')
param signInTenantId string = tenant().tenantId

@description('Who is told when something is wrong.')
param alertEmail string

@minValue(40)
@maxValue(1000)
@description('Most instances of the function app.')
param maximumInstances int = 40

@minValue(1000)
@description('Most request units a second that the database scales to.')
param databaseMaxThroughput int = 4000

@description('Partitions of the market-data hub: as many instances can read at the same time.')
param marketDataPartitions int = 8

var tags = { 'azd-env-name': environmentName }
var token = toLower(uniqueString(subscription().id, environmentName, location))

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: 'id-liquidityrisk-${token}', location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: { token: token, location: location, tags: tags, publisherId: identity.outputs.principalId }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: { name: 'stlr${token}', location: location, tags: tags, principalId: identity.outputs.principalId }
}

module eventHubs 'modules/event-hubs.bicep' = {
  scope: group
  params: {
    name: 'evhns-lr-${token}'
    location: location
    tags: tags
    partitions: marketDataPartitions
    principalId: identity.outputs.principalId
  }
}

module cosmos 'modules/cosmos.bicep' = {
  scope: group
  params: {
    name: 'cosmos-lr-${token}'
    location: location
    tags: tags
    maxThroughput: databaseMaxThroughput
    principalId: identity.outputs.principalId
  }
}

module web 'modules/web.bicep' = {
  scope: group
  params: { name: 'stapp-lr-${token}', location: location, tags: tags }
}

module webApi 'modules/web-api.bicep' = {
  scope: group
  params: { siteName: web.outputs.name, functionAppId: functionApp.outputs.id, functionAppLocation: location }
}

module webPubSub 'modules/web-pub-sub.bicep' = {
  scope: group
  params: {
    name: 'wps-lr-${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    upstream: 'https://${functionAppName}.azurewebsites.net/api/v1/realtime/upstream'
    audience: 'api://${signInClientId}'
  }
}

var functionAppName = 'func-lr-${token}'

module functionApp 'modules/function-app.bicep' = {
  scope: group
  params: {
    name: functionAppName
    location: location
    tags: tags
    maximumInstances: maximumInstances
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    deploymentContainer: storage.outputs.deploymentContainer
    applicationInsights: monitoring.outputs.connectionString
    eventHubsNamespace: eventHubs.outputs.hostName
    webPubSubEndpoint: webPubSub.outputs.endpoint
    webPubSubHub: webPubSub.outputs.hub
    cosmosEndpoint: cosmos.outputs.endpoint
    cosmosDatabase: cosmos.outputs.database
    signInSite: web.outputs.uri
    signInClientId: signInClientId
    signInTenantId: signInTenantId
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    email: alertEmail
    applicationInsightsId: monitoring.outputs.id
    cosmosId: cosmos.outputs.id
    eventHubsId: eventHubs.outputs.id
  }
}

output API_URI string = 'https://${functionApp.outputs.hostName}'
output WEB_URI string = web.outputs.uri
output WEB_PUB_SUB_PRINCIPAL_ID string = webPubSub.outputs.principalId
