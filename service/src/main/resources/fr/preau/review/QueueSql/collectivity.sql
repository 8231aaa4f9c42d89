SELECT EXISTS (SELECT FROM audit a
               WHERE a.collectivity = :code
                 AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
                      OR a.department = ANY(:p.departments)))
