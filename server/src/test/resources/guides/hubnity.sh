curl -H 'Authorization: Bearer hbn_xxx' https://api.hubnity.eu/v1/members
