// Live topics.
param name string
param location string
param tags object
param principalId string

@description('Address of the function app that takes the events of clients.')
param upstream string

@description('What the service asks a token for when it calls the function app.')
param audience string

var hubName = 'liquidityrisk'
var serviceOwner = '12cf5a90-567b-43ae-8102-96cf46c7d9b4' // Web PubSub Service Owner

resource service 'Microsoft.SignalRService/webPubSub@2024-03-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Standard_S1', capacity: 1 }
  identity: { type: 'SystemAssigned' }
  properties: { disableLocalAuth: true, tls: { clientCertEnabled: false } }

  resource hub 'hubs' = {
    name: hubName
    properties: {
      anonymousConnectPolicy: 'deny'
      eventHandlers: [
        {
          urlTemplate: upstream
          userEventPattern: 'subscribe,unsubscribe'
          auth: { type: 'ManagedIdentity', managedIdentity: { resource: audience } }
        }
      ]
    }
  }
}

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(service.id, principalId, serviceOwner)
  scope: service
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', serviceOwner)
  }
}

output endpoint string = 'https://${service.properties.hostName}'
output hub string = hubName
output principalId string = service.identity.principalId
