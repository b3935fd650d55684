curl -H "Authorization: Bearer YOUR_ACCESS_TOKEN" \
https://onboarding-hub.com/api/v1/contacts
