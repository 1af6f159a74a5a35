// The function app on Flex Consumption, with App Service Authentication in front of it.
param name string
param location string
param tags object
param maximumInstances int
param identityId string
param identityClientId string
param storageName string
param deploymentContainer string

@secure()
param applicationInsights string
param eventHubsNamespace string
param webPubSubEndpoint string
param webPubSubHub string
param cosmosEndpoint string
param cosmosDatabase string
@description('Where people sign in: owners of wallets sign messages that name this address.')
param signInSite string
param signInClientId string
param signInTenantId string

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'api' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deploymentContainer
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: { instanceMemoryMB: 2048, maximumInstanceCount: maximumInstances }
    }
    siteConfig: { minTlsVersion: '1.2', ftpsState: 'Disabled' }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      AZURE_CLIENT_ID: identityClientId
      AzureWebJobsStorage__accountName: storageName
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identityClientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsights
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
      MarketData__fullyQualifiedNamespace: eventHubsNamespace
      MarketData__credential: 'managedidentity'
      MarketData__clientId: identityClientId
      WebPubSub__Endpoint: webPubSubEndpoint
      WebPubSub__Hub: webPubSubHub
      Store__Provider: 'Cosmos'
      Store__Cosmos__AccountEndpoint: cosmosEndpoint
      Store__Cosmos__Database: cosmosDatabase
      Wallets__SignInSite: signInSite
      Wallets__ScanSchedule: '0 */10 * * * *'
      Wallets__TrainingSchedule: '0 30 3 * * *'
    }
  }

  // Health, metrics and documentation are open to everybody, so nobody is turned away here: the app decides by function.
  resource signIn 'config' = {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: true }
      globalValidation: { requireAuthentication: false, unauthenticatedClientAction: 'AllowAnonymous' }
      httpSettings: { requireHttps: true }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: { clientId: signInClientId, openIdIssuer: '${environment().authentication.loginEndpoint}${signInTenantId}/v2.0' }
          validation: { allowedAudiences: ['api://${signInClientId}', signInClientId] }
        }
      }
    }
  }

  resource ftpPublishing 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scmPublishing 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output id string = app.id
output hostName string = app.properties.defaultHostName
